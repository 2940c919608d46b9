"""Answers typed into one short field and understood as a number, a date, a time or a place."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme.fields import TextField
from desktop.widgets.answer import Answer


class TypedAnswer(Answer):
    """One field whose text is understood as it is typed; what isn't is given as it is written.

    Subclasses say how: `read` text to a stored value, `shown` a stored value as text, `slip` what
    to tell the reader when the text cannot be read.
    """

    def __init__(self, path: str, width: int) -> None:
        """`width` is the field's, in pixels at 100 %."""
        super().__init__(path)
        self.field = TextField(width)
        self.field.textChanged.connect(self._typed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self.field)
        self._row.addStretch(1)
        self._aids: list[QWidget] = []

    @property
    def is_short(self) -> bool:
        """One short field is."""
        return True

    def read(self, text: str) -> str | None:
        """The value that `text` means, None if it means none."""
        raise NotImplementedError

    def shown(self, value: str) -> str:
        """`value` as the reader writes it; as it is if it cannot be read."""
        raise NotImplementedError

    def slip(self) -> str:
        """What to do about text that cannot be read."""
        raise NotImplementedError

    def add_aid(self, aid: QWidget) -> None:
        """A button after the field that fills it; gone while the answer can only be read."""
        self._aids.append(aid)
        self._row.insertWidget(len(self._aids), aid)

    def take(self, value: str) -> None:
        """Fill the field with `value` as if typed."""
        self.field.setText(self.shown(value))
        self.field.setFocus()

    def write(self, value: str) -> None:
        """Put `value` on screen, unless what stands there says the same."""
        text = self.field.text()
        if value in (self.read(text), text.strip()):
            return
        self.field.set_value(self.shown(value))

    def set_readonly(self, readonly: bool) -> None:
        """Let the value be read and copied only."""
        self.field.setReadOnly(readonly)
        for aid in self._aids:
            aid.setVisible(not readonly)

    def parts(self) -> tuple[QWidget, ...]:
        """The field, then what fills it."""
        return (self.field, *self._aids)

    def describe(self, name: str, description: str) -> None:
        """The aids keep their own names and say of what they are."""
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(description)
        for aid in self._aids:
            aid.setAccessibleDescription(name)

    def unread(self) -> str:
        """The slip, while there is one."""
        text = self.field.text().strip()
        return self.slip() if text and self.read(text) is None else ""

    def leave(self) -> None:
        """Write out what was understood, so that a misreading is seen."""
        value = self.read(self.field.text())
        if value is not None:
            self._showing = True
            self.field.set_value(self.shown(value))
            self._showing = False

    def _typed(self) -> None:
        text = self.field.text()
        value = self.read(text)
        self.give(text.strip() if value is None else value)
