"""The one style sheet, generated from the tokens so that no widget carries colours of its own."""

from dataclasses import asdict
from string import Template

from desktop.theme.tokens import CONTROL, DISABLED, FIELD, LEAST_TARGET, TOUCH, Colours, Sizes

# Short on purpose: it is parsed before the unlock window can be painted, and matched for every
# widget of a long form. Kinds are dynamic properties, set once by the components.
_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 4px 8px }
QLabel[kind="title"] { font-size: ${title}px; font-weight: 600 }
QLabel[kind="heading"] { font-size: ${heading}px; font-weight: 600 }
QLabel[kind="label"] { font-size: ${hint}px; font-weight: 600 }
QLabel[kind="strong"] { font-weight: 600 }
QLabel[kind="muted"] { font-size: ${hint}px; color: $muted }
QLabel[kind="hint"] { font-size: ${small}px; color: $muted }
QLabel[kind="error"] { font-size: ${hint}px; color: $danger }
QLabel[kind="keys"] { font-size: ${tiny}px; color: $muted; background: $surface;
  border: 1px solid $line; border-radius: 4px; padding: 0 5px }
QLabel[kind="chip"] { font-size: ${small}px; color: $muted; background: $background;
  border: 1px solid $line; border-radius: ${pill}px; padding: 2px 9px }
QLabel[state="teal"] { color: $soft_text; background: $soft; border-color: $soft }
QLabel[state="amber"] { color: $amber; background: $amber_soft; border-color: $amber_soft }
QLabel[state="danger"] { color: $danger; background: $danger_soft; border-color: $danger_soft }
QLabel[state="primary"] { color: $accent_text; background: transparent;
  border-color: $accent_text }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: 8px }
QFrame[kind="card"][state="danger"] { border-color: $danger }
QFrame[kind="soft"] { background: $soft; border: 0; border-radius: 8px }
QFrame[kind="drop"] { background: transparent; border: 1px dashed $edge; border-radius: 8px }
QFrame[kind="drop"][state="teal"] { background: $soft; border-color: $accent }
QFrame[kind="amber"] { background: $amber_soft; border: 0; border-radius: 8px }
QFrame[kind="danger"] { background: $danger_soft; border: 0; border-radius: 8px }
QFrame[kind="bar"] { background: $surface }
QFrame[kind="toast"] { background: $soft; border: 0; border-top: 1px solid $line }
QFrame[kind="popup"] { background: $raised; border: 1px solid $edge }
QFrame[kind="line"] { background: $line; border: 0; min-height: 1px; max-height: 1px }
QFrame[kind="upright"] { background: $line; border: 0; min-width: 1px; max-width: 1px }
QPushButton { background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px;
  padding: 0 15px; min-height: ${inner}px; font-weight: 600; outline: 0 }
QPushButton:hover { background: $hover }
QPushButton:pressed { background: $soft }
QPushButton:checked { background: $soft; color: $soft_text }
QPushButton:focus { border: 2px solid $accent; padding: 0 14px; min-height: ${inner_ring}px }
QPushButton:disabled { color: $faded; border-color: $line }
QPushButton[row="true"] { min-height: ${field}px }
QPushButton[big="true"] { min-height: ${touch}px; padding: 0 19px }
QPushButton[big="true"]:focus { min-height: ${touch_ring}px; padding: 0 18px }
QPushButton[kind="primary"] { background: $accent; color: $accent_text; border-color: $accent }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover }
QPushButton[kind="primary"]:focus { border-color: $text }
QPushButton[kind="primary"]:disabled { background: $idle; color: $faded; border-color: $idle }
QPushButton[kind="danger"] { color: $danger; border-color: $danger }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $accent;
  padding: 0 9px }
QPushButton[kind="quiet"]:hover { background: $hover }
QPushButton[kind="quiet"]:focus { border-color: $accent; padding: 0 8px }
QPushButton[kind="quiet"]:disabled { color: $faded }
QPushButton[kind="link"] { background: transparent; border: 0; color: $muted; font-weight: 400;
  text-decoration: underline; padding: 2px 0; min-height: ${link}px; font-size: ${hint}px }
QPushButton[kind="link"]:hover { color: $text }
QPushButton[kind="link"]:focus { background: $accent; color: $accent_text; border-radius: 4px }
QPushButton[kind="link"]:disabled { color: $faded }
QPushButton[keyed="true"] { text-align: left }
QPushButton[kind="find"] { background: $background; color: $muted; font-weight: 400 }
QPushButton[kind="find"]:hover { color: $text }
QPushButton::menu-indicator { image: none; width: 0 }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox { background: $raised; color: $text;
  border: 1px solid $edge; border-radius: 8px; padding: 0 11px; selection-background-color: $accent;
  selection-color: $accent_text }
QLineEdit, QPlainTextEdit, QComboBox { placeholder-text-color: $muted }
QLineEdit, QComboBox { min-height: ${field}px }
QComboBox { padding: 0 13px }
QLineEdit { lineedit-password-character: 8226 }
QLineEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 0 10px;
  min-height: ${field_ring}px }
QComboBox:focus { padding: 0 12px }
QLineEdit[state="danger"], QPlainTextEdit[state="danger"], QComboBox[state="danger"] {
  border-color: $danger }
QLineEdit:read-only, QPlainTextEdit:read-only { background: transparent; border-color: $line }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: transparent;
  color: $faded; border-color: $line }
QPlainTextEdit, QTextEdit { font-size: ${writing}px; padding: 5px 7px }
QPlainTextEdit[line="true"] { font-size: ${body}px }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 4px 6px }
QComboBox { combobox-popup: 0 }
QGroupBox { border: 0; margin: 0; padding: 0 }
QComboBox::drop-down { border: 0; width: 32px }
QComboBox::down-arrow { image: none }
QAbstractItemView { background: $surface; color: $text; border: 0; outline: 0;
  selection-background-color: $soft; selection-color: $soft_text }
QListView[kind="bare"] { background: transparent }
QComboBox QAbstractItemView, QListView[kind="popup"] { background: $raised;
  border: 1px solid $edge; padding: 4px }
QComboBox QAbstractItemView::item, QListView[kind="popup"]::item { min-height: ${row}px;
  padding: 0 8px; border-radius: 4px }
QCalendarWidget QAbstractItemView { background: $raised }
QMenu { background: $raised; border: 1px solid $edge; padding: 4px }
QMenu::item { padding: 13px 24px 13px 12px; border-radius: 4px }
QMenu::item:selected { background: $soft; color: $soft_text }
QMenu::item:disabled { color: $faded }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px }
QScrollArea { border: 0; background: transparent }
QScrollBar { background: transparent; border: 0; margin: 0 }
QScrollBar:vertical { width: 12px }
QScrollBar:horizontal { height: 12px }
QScrollBar::handle { background: $edge; border: 3px solid transparent; border-radius: 5px }
QScrollBar::handle:vertical { min-height: 44px; margin: 0 3px; border: 0; border-radius: 3px }
QScrollBar::handle:horizontal { min-width: 44px; margin: 3px 0; border: 0; border-radius: 3px }
QScrollBar::handle:hover { background: $muted }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0 }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent }
QProgressBar { background: $line; border: 0; border-radius: 2px; min-height: 4px; max-height: 4px }
QProgressBar::chunk { background: $accent; border-radius: 2px }
QSlider:horizontal { min-height: 28px; padding: 0 4px }
QSlider::groove:horizontal { height: 4px; background: $edge; border-radius: 2px }
QSlider::handle:horizontal { width: 20px; height: 20px; margin: -8px 0; border-radius: 10px;
  background: $accent; border: 0 }
QSlider:focus { border: 2px solid $accent; border-radius: 8px }
""")


def stylesheet(colours: Colours, sizes: Sizes, scale: float) -> str:
    """The style sheet of one look; `scale` is the text scale that control heights follow."""
    touch, control, field = (round(height * scale) for height in (TOUCH, CONTROL, FIELD))
    return _SHEET.substitute(
        asdict(colours),
        **asdict(sizes),
        hover=blend(colours.raised, colours.text, 0.05),
        idle=blend(colours.background, colours.text, 0.12),
        faded=faded(colours),
        pill=round(sizes.small * 0.66) + 3,
        inner=control - 2,
        inner_ring=control - 4,
        touch=touch - 2,
        link=round(LEAST_TARGET * scale) - 4,
        touch_ring=touch - 4,
        field=field - 2,
        field_ring=field - 4,
        row=touch,
    )


def faded(colours: Colours) -> str:
    """The colour of the words, and of the icon beside them, of what cannot be used now."""
    return blend(colours.raised, colours.text, DISABLED)


def blend(ground: str, over: str, share: float) -> str:
    """`over` laid on `ground` at an opacity of `share` (0 to 1), as `#RRGGBB`."""
    pairs = ((int(ground[i : i + 2], 16), int(over[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
