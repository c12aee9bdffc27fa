"""The year wheel (årshjul): a year's meetings and recurring business laid round a circle, as shapes in numbers a template prints as they are.

January begins at the top and the year goes clockwise, each day as wide as the next. Outermost stand the months, inside them the meetings
and inside those the business, each on as many rings as it takes for no two shapes to cover each other. Pure: no Django, no clock.
"""

from followups.wheel.drawing import draw
from followups.wheel.parts import Business, BusinessKind, Shape, Wheel, WheelMeeting, WheelMeetingKind, WheelRow, WheelSlot

__all__ = ["Business", "BusinessKind", "Shape", "Wheel", "WheelMeeting", "WheelMeetingKind", "WheelRow", "WheelSlot", "draw"]
