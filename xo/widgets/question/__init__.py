"""One question before a reveal: choices, cells to mark, or a field to fill in."""

from pathlib import Path

import anywidget
import traitlets


class Question(anywidget.AnyWidget):
    """Asks and holds the answer; what happens with it is up to `xo.predictions`."""

    _esm = Path(__file__).parent / "question.js"
    question = traitlets.Unicode().tag(sync=True)
    choices = traitlets.List(traitlets.Unicode()).tag(sync=True)
    cells = traitlets.List(traitlets.Int()).tag(sync=True)
    answer = traitlets.Any(None).tag(sync=True)
    status = traitlets.Unicode().tag(sync=True)
    locked = traitlets.Bool(False).tag(sync=True)

    def __repr__(self):
        if self.choices:
            return f"Your prediction: {self.question} ({' / '.join(self.choices)})"
        where = " (Mark cells on a grid of {} by {}.)".format(*self.cells) if self.cells else ""
        return f"Your prediction: {self.question}{where}"

    def _repr_mimebundle_(self, **options):
        bundle = super()._repr_mimebundle_(**options)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return data | {"text/plain": repr(self)}, metadata
