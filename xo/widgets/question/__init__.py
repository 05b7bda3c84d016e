"""One question before a reveal: choices, cells to mark, or a field for a number or a few words."""

import anywidget
import traitlets

from xo.widgets.shared.bundle import join_modules, join_styles
from xo.widgets.shared.still import with_still


class Question(anywidget.AnyWidget):
    """Asks and holds the answer; what happens with it is up to `xo.predictions`."""

    _esm = join_modules("question/question")
    _css = join_styles("shared/theme", "question/question")
    question = traitlets.Unicode().tag(sync=True)
    choices = traitlets.List(traitlets.Unicode()).tag(sync=True)
    cells = traitlets.List(traitlets.Int()).tag(sync=True)
    words = traitlets.Bool(False).tag(sync=True)
    answer = traitlets.Any(None).tag(sync=True)
    skipped = traitlets.Bool(False).tag(sync=True)
    shown = traitlets.Bool(False).tag(sync=True)  # somebody has it on a screen
    status = traitlets.Unicode().tag(sync=True)
    refusal = traitlets.Unicode().tag(sync=True)  # why the last answer was not taken
    locked = traitlets.Bool(False).tag(sync=True)

    @property
    def wants_number(self):
        return not (self.choices or self.cells or self.words)

    def __repr__(self):
        if self.choices:
            return f"Your prediction: {self.question} ({' / '.join(self.choices)})"
        where = " (Mark cells on a grid of {} by {}.)".format(*self.cells) if self.cells else ""
        return f"Your prediction: {self.question}{where}"

    def _repr_mimebundle_(self, **options):
        return with_still(super()._repr_mimebundle_(**options), repr(self))
