# SPDX-License-Identifier: Apache-2.0
"""Rectangles, segments and local frames, in metres. x points east, y points north."""

from dataclasses import dataclass

WALL = 0.24  # one-brick wall with plaster; spaces are drawn to its faces


@dataclass(frozen=True)
class Rect:
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self):
        return self.x1 - self.x0

    @property
    def depth(self):
        return self.y1 - self.y0

    @property
    def middle(self):
        return ((self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2)

    def ring(self):
        return [(self.x0, self.y0), (self.x1, self.y0), (self.x1, self.y1), (self.x0, self.y1)]

    def grown(self, by):
        return Rect(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)


def along_x(middle, width, y):
    """A segment of `width` on the line y, its middle at x = middle."""
    return [(middle - width / 2, y), (middle + width / 2, y)]


def along_y(middle, width, x):
    return [(x, middle - width / 2), (x, middle + width / 2)]


def bays(x, widths):
    """Rooms of the given widths side by side from x eastwards, walls between them: list of (x0, x1)."""
    spans = []
    for width in widths:
        spans.append((x, x + width))
        x += width + WALL
    return spans


@dataclass(frozen=True)
class Frame:
    """A local frame: u to the right of somebody who looks along v. Axis-parallel only."""

    origin: tuple
    u: tuple
    v: tuple

    def point(self, u, v):
        return (
            self.origin[0] + u * self.u[0] + v * self.v[0],
            self.origin[1] + u * self.u[1] + v * self.v[1],
        )

    def rect(self, u0, v0, u1, v1):
        (ax, ay), (bx, by) = self.point(u0, v0), self.point(u1, v1)
        return Rect(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def across(self, u0, u1, v):
        return [self.point(u0, v), self.point(u1, v)]
