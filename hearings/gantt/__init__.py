"""The Gantt chart of hearings: days from left to right, a lane a body. Pure."""
