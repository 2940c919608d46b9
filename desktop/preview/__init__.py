"""A form as officers will see it, for those who write forms: what is wrong, and what it stores."""

from desktop.preview.form_preview import FormPreview
from desktop.preview.problem_list import ProblemList

__all__ = ["FormPreview", "ProblemList"]
