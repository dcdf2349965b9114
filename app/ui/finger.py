"""Scrolling by finger: a drag scrolls, a tap stays a tap."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QScroller, QScrollerProperties


def scroll_by_finger(area: QAbstractScrollArea) -> None:
    """Let a drag anywhere on `area` scroll it, without overshoot and without delaying a press."""
    scroller = QScroller.scroller(area.viewport())
    metric = QScrollerProperties.ScrollMetric
    properties = scroller.scrollerProperties()
    # The press colour comes at once; a tap is told from a drag by distance alone.
    properties.setScrollMetric(metric.MousePressEventDelay, 0.0)
    properties.setScrollMetric(metric.DragStartDistance, 0.004)
    never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
    properties.setScrollMetric(metric.VerticalOvershootPolicy, never)
    properties.setScrollMetric(metric.HorizontalOvershootPolicy, never)
    scroller.setScrollerProperties(properties)
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
