"""ODK XForms: definitions, loader and engine."""
