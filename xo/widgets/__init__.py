"""Widgets: pictures that answer. They draw; the lessons think."""
