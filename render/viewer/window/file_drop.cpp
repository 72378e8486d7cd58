// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/window/file_drop.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <algorithm>
#include <span>

#include "render/viewer/state/dropped_path.h"

namespace muster::viewer {

namespace {

constexpr long version = 5;
constexpr long longest_list = 1 << 16;  // of 4 bytes, as X counts

// The other program may end at any moment; Xlib would end ours for it.
class IgnoredErrors {
public:
    explicit IgnoredErrors(Display* display)
        : display_(display), before_(XSetErrorHandler([](Display*, XErrorEvent*) { return 0; })) {}
    ~IgnoredErrors() {
        XSync(display_, False);
        XSetErrorHandler(before_);
    }
    IgnoredErrors(const IgnoredErrors&) = delete;
    IgnoredErrors& operator=(const IgnoredErrors&) = delete;

private:
    Display* display_;
    XErrorHandler before_;
};

}  // namespace

class FileDrop::Link {
public:
    Link(Display* display, Window target) : display_(display), target_(target) {
        const IgnoredErrors errors(display_);
        proxy_ = XCreateSimpleWindow(display_, DefaultRootWindow(display_), -1, -1, 1, 1, 0, 0, 0);
        for (const Window window : {proxy_, target_}) {
            set(window, "XdndAware", XA_ATOM, static_cast<unsigned long>(version));
            set(window, "XdndProxy", XA_WINDOW, proxy_);
        }
    }
    ~Link() {
        XDestroyWindow(display_, proxy_);
        XCloseDisplay(display_);
    }
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    std::optional<std::string> poll() {
        std::optional<std::string> path;
        while (XPending(display_) > 0) {
            const IgnoredErrors errors(display_);
            XEvent event;
            XNextEvent(display_, &event);
            if (event.type == ClientMessage) hear(event.xclient);
            if (event.type == SelectionNotify) {
                auto dropped = take(event.xselection);
                if (dropped) path = std::move(dropped);
            }
        }
        return path;
    }

private:
    [[nodiscard]] Atom atom(const char* name) const { return XInternAtom(display_, name, False); }

    void set(Window window, const char* property, Atom type, unsigned long value) const {
        XChangeProperty(display_, window, atom(property), type, 32, PropModeReplace,
                        reinterpret_cast<const unsigned char*>(&value), 1);
    }

    void hear(const XClientMessageEvent& message) {
        const auto source = static_cast<Window>(message.data.l[0]);
        if (message.message_type == atom("XdndEnter")) {
            source_ = source;
            has_files_ = offers_files(message);
        } else if (message.message_type == atom("XdndPosition") && source == source_) {
            constexpr long accept = 1, tell_every_move = 2;
            answer("XdndStatus", has_files_ ? accept | tell_every_move : 0, 4);
        } else if (message.message_type == atom("XdndLeave") && source == source_) {
            source_ = None;
        } else if (message.message_type == atom("XdndDrop") && source == source_) {
            if (!has_files_) return finish(false);
            XConvertSelection(display_, atom("XdndSelection"), atom("text/uri-list"), atom("MUSTER_DROP"), proxy_,
                              static_cast<Time>(message.data.l[2]));
        }
    }

    // Up to three kinds stand in the message, more in a property of the source.
    [[nodiscard]] bool offers_files(const XClientMessageEvent& enter) const {
        const Atom wanted = atom("text/uri-list");
        const auto among = [wanted](std::span<const long> kinds) {
            return std::find(kinds.begin(), kinds.end(), static_cast<long>(wanted)) != kinds.end();
        };
        if ((enter.data.l[1] & 1) == 0) return among({enter.data.l + 2, 3});
        const Property list(display_, source_, atom("XdndTypeList"), XA_ATOM, false);
        return list.format == 32 && among({reinterpret_cast<const long*>(list.bytes), list.count});
    }

    std::optional<std::string> take(const XSelectionEvent& event) {
        if (event.selection != atom("XdndSelection")) return {};
        std::optional<std::string> path;
        if (event.property != None) {
            const Property list(display_, proxy_, event.property, AnyPropertyType, true);
            if (list.format == 8) path = dropped_path({reinterpret_cast<const char*>(list.bytes), list.count});
        }
        finish(path.has_value());
        return path;
    }

    void finish(bool taken) {
        answer("XdndFinished", taken ? 1 : 0, 2);
        source_ = None;
    }

    // The action stands at another place in each answer.
    void answer(const char* what, long flags, std::size_t action_at) const {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.display = display_;
        event.xclient.window = source_;
        event.xclient.message_type = atom(what);
        event.xclient.format = 32;
        event.xclient.data.l[0] = static_cast<long>(target_);
        event.xclient.data.l[1] = flags;
        if ((flags & 1) != 0) event.xclient.data.l[action_at] = static_cast<long>(atom("XdndActionCopy"));
        XSendEvent(display_, source_, False, NoEventMask, &event);
    }

    struct Property {
        Property(Display* display, Window window, Atom name, Atom of, bool take_away) {
            unsigned long left = 0;
            XGetWindowProperty(display, window, name, 0, longest_list, take_away ? True : False, of, &type, &format,
                               &count, &left, &bytes);
        }
        ~Property() {
            if (bytes != nullptr) XFree(bytes);
        }
        Property(const Property&) = delete;
        Property& operator=(const Property&) = delete;
        Atom type = None;
        int format = 0;
        unsigned long count = 0;
        unsigned char* bytes = nullptr;
    };

    Display* display_;
    Window target_, proxy_ = None;
    Window source_ = None;  // of what is being dragged over the window
    bool has_files_ = false;
};

FileDrop::FileDrop(unsigned long window) {
    if (Display* const display = XOpenDisplay(nullptr)) link_ = std::make_unique<Link>(display, window);
}

FileDrop::~FileDrop() = default;

std::optional<std::string> FileDrop::poll() { return link_ ? link_->poll() : std::nullopt; }

}  // namespace muster::viewer
