// SPDX-License-Identifier: Apache-2.0
// A file manager is played here: it drags something over a window and lets it go, as GTK and Qt do when a window has a
// proxy. Needs an X display.
#include <catch2/catch.hpp>
#include <chrono>

#include "render/viewer/window/file_drop.h"

// Last: their macros (Always, None) are words of others.
#include <X11/Xatom.h>
#include <X11/Xlib.h>

using namespace muster;
using namespace muster::viewer;

namespace {

struct Source {
    Source() : display(XOpenDisplay(nullptr)) {
        REQUIRE(display != nullptr);
        window = make();
        target = make();
        XSetSelectionOwner(display, atom("XdndSelection"), window, CurrentTime);
        XSync(display, False);
    }
    ~Source() { XCloseDisplay(display); }
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    [[nodiscard]] Window make() const {
        return XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 10, 10, 0, 0, 0);
    }
    [[nodiscard]] Atom atom(const char* name) const { return XInternAtom(display, name, False); }

    [[nodiscard]] unsigned long number(Window of, const char* property) const {
        Atom type = None;
        int format = 0;
        unsigned long count = 0, left = 0, value = 0;
        unsigned char* bytes = nullptr;
        XGetWindowProperty(display, of, atom(property), 0, 1, False, AnyPropertyType, &type, &format, &count, &left,
                           &bytes);
        if (count == 1) value = *reinterpret_cast<unsigned long*>(bytes);
        if (bytes != nullptr) XFree(bytes);
        return value;
    }

    void send(const char* what, long one, long two, long three, long four) const {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = target;
        event.xclient.message_type = atom(what);
        event.xclient.format = 32;
        const long data[]{static_cast<long>(window), one, two, three, four};
        std::copy(std::begin(data), std::end(data), event.xclient.data.l);
        XSendEvent(display, number(target, "XdndProxy"), False, NoEventMask, &event);
        XSync(display, False);
    }

    void enter(const char* kind) const { send("XdndEnter", 5L << 24, static_cast<long>(atom(kind)), 0, 0); }
    void move() const {
        send("XdndPosition", 0, 5L << 16 | 5L, CurrentTime, static_cast<long>(atom("XdndActionCopy")));
    }
    void let_go() const { send("XdndDrop", 0, CurrentTime, 0, 0); }

    // The next message to us; whoever asks for the files gets them.
    XClientMessageEvent answer(FileDrop& drop, const char* what, const std::string& files = {}) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (std::chrono::steady_clock::now() < until) {
            if (auto path = drop.poll()) dropped = path;
            if (XPending(display) == 0) continue;
            XEvent event;
            XNextEvent(display, &event);
            if (event.type == SelectionRequest) give(event.xselectionrequest, files);
            if (event.type == ClientMessage && event.xclient.message_type == atom(what)) return event.xclient;
        }
        FAIL("no " << what);
        return {};
    }

    void give(const XSelectionRequestEvent& asked, const std::string& files) const {
        CHECK(asked.target == atom("text/uri-list"));
        XChangeProperty(display, asked.requestor, asked.property, asked.target, 8, PropModeReplace,
                        reinterpret_cast<const unsigned char*>(files.data()), static_cast<int>(files.size()));
        XEvent event{};
        event.xselection = {SelectionNotify, 0,         True, display, asked.requestor, asked.selection, asked.target,
                            asked.property,  asked.time};
        XSendEvent(display, asked.requestor, False, NoEventMask, &event);
        XSync(display, False);
    }

    Display* display;
    Window window = None, target = None;
    std::optional<std::string> dropped;
};

}  // namespace

TEST_CASE("file drop: the window tells where its messages go", "[view]") {
    Source source;
    const FileDrop drop(source.target);
    const Window proxy = source.number(source.target, "XdndProxy");
    REQUIRE(proxy != None);
    CHECK(source.number(proxy, "XdndProxy") == proxy);
    CHECK(source.number(source.target, "XdndAware") == 5);
    CHECK(source.number(proxy, "XdndAware") == 5);
}

TEST_CASE("file drop: a file let go over the window is told once, by its Chinese path", "[view]") {
    Source source;
    FileDrop drop(source.target);
    source.enter("text/uri-list");
    source.move();
    const XClientMessageEvent status = source.answer(drop, "XdndStatus");
    CHECK(static_cast<Window>(status.data.l[0]) == source.target);
    CHECK((status.data.l[1] & 1) == 1);
    CHECK(static_cast<Atom>(status.data.l[4]) == source.atom("XdndActionCopy"));
    source.let_go();
    const XClientMessageEvent end = source.answer(drop, "XdndFinished", "file:///%E5%AD%A6%E6%A0%A1/a%20b.json\r\n");
    CHECK((end.data.l[1] & 1) == 1);
    CHECK(source.dropped == "/学校/a b.json");
    CHECK_FALSE(drop.poll());
}

TEST_CASE("file drop: words dragged over the window are refused", "[view]") {
    Source source;
    FileDrop drop(source.target);
    source.enter("text/plain");
    source.move();
    CHECK((source.answer(drop, "XdndStatus").data.l[1] & 1) == 0);
    source.let_go();
    CHECK((source.answer(drop, "XdndFinished").data.l[1] & 1) == 0);
    CHECK_FALSE(source.dropped);
}

TEST_CASE("file drop: a file manager that ends meanwhile does not end us", "[view]") {
    Source stays;
    FileDrop drop(stays.target);
    {
        Source goes;
        goes.target = stays.target;
        goes.enter("text/uri-list");
        goes.move();
    }
    stays.enter("text/uri-list");
    stays.move();
    CHECK((stays.answer(drop, "XdndStatus").data.l[1] & 1) == 1);
}
