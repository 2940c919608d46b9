"""A form on screen: one widget for each type of question, and pages that show and read it."""

from desktop.widgets.form_view import FormView
from desktop.widgets.record_view import RecordView, ShownVersion

__all__ = ["FormView", "RecordView", "ShownVersion"]
