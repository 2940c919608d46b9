"""XPath 1.0 with the functions of ODK XForms: parsed, checked and compiled to Python closures."""
