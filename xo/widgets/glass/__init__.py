"""The glass network: draw, and see every number from the pad to the votes, each traced back to its pixels.

The browser runs the forward pass while the pen moves; what is drawn or edited is here, in `image` and `network`.
"""

import anywidget
from traitlets import Bool, Dict, Enum, Float, List, TraitError, Unicode, validate

from xo.arguments import as_above_0, as_flag, as_kind, in_short
from xo.errors import essay_error, softmax_error
from xo.images import CATEGORIES, X, as_image_or_colours, write_image
from xo.stacking import Network
from xo.voting import elect, name_categories
from xo.widgets.glass.own_functions import answer, check_own, run_own
from xo.widgets.glass.words import describe
from xo.widgets.shared.bundle import join_modules, join_styles
from xo.widgets.shared.presets import preset_pictures
from xo.widgets.shared.still import with_still
from xo.widgets.shared.wire import (
    as_maps,
    as_network,
    build_layers,
    plan_layers,
    read_floats,
    run_layers,
    synced_bytes,
    write_floats,
    write_titles,
)

ERRORS = {error.__name__: error for error in (softmax_error, essay_error)}


class GlassNetwork(anywidget.AnyWidget):
    """A network on the screen, from the drawing pad to the votes.

    network: an xo.stacking.Network, or a list of layers
    image: what stands on the pad first (rows, columns), X if nothing else is said; in colour (3, rows, columns)
    own: functions of yours by the number of the layer, counted from 1, whose place they take; each gets
         (maps, rows, columns), or a list (values,), and returns what the layer would
    against: another network, shown on the same drawing
    backward: turn the picture: it shows the slope of the error for every number, from the votes back to the pixels
    category: what the drawing is: the error is how wrong the votes are for that; the first one if nothing is said
    error: how it is measured, softmax_error as in training, or essay_error (xo.errors)
    rate: how far Step goes down the slopes; what it moved is in `network`
    names: those of the categories, one for each vote, where they are not X and O; more votes than two are counted
           from 0 if nothing is said
    raises: TypeError or ValueError that says in one sentence what does not fit
    """

    _esm = join_modules("glass/glass")
    _css = join_styles("shared/theme", "glass/glass")
    pixels, numbers, against_numbers = (synced_bytes() for _ in range(3))
    shape = List([]).tag(sync=True)
    plans = List([]).tag(sync=True)
    against_plans = List([]).tag(sync=True)
    categories = List(list(CATEGORIES)).tag(sync=True)
    presets = Dict({}).tag(sync=True)
    title = Unicode("Glass network").tag(sync=True)
    backward = Bool(False).tag(sync=True)
    category = Unicode(CATEGORIES[0]).tag(sync=True)
    error = Enum(list(ERRORS), softmax_error.__name__).tag(sync=True)
    rate = Float(0.1).tag(sync=True)

    def __init__(
        self,
        network,
        image=X,
        own=None,
        against=None,
        backward=False,
        category=None,
        error=softmax_error,
        rate=0.1,
        names=None,
    ):
        self._paper = getattr(network, "paper", -1)
        image = as_image_or_colours(image, self._paper)
        network = as_network(network, image.shape)
        votes = network.sizes(as_maps(image).shape)[-1]
        names = name_categories(votes) if names is None else _as_names(names, votes)
        self._own = check_own(own, network.layers)
        plans, numbers = plan_layers(network.layers, self._own)
        other = plan_layers(as_network(against, image.shape, "against").layers) if against is not None else ([], b"")
        super().__init__(
            pixels=write_floats(image),
            shape=list(image.shape),
            presets=preset_pictures(*image.shape[-2:]),
            plans=plans,
            numbers=numbers,
            against_plans=other[0],
            against_numbers=other[1],
            backward=as_flag(backward, "backward"),
            categories=names,
            category=_as_category(names[0] if category is None else category, names),
            error=_as_error(error),
            rate=as_above_0(rate, "rate"),
        )
        if self._own:
            self.on_msg(self._hear)

    @validate("category")
    def _known(self, proposal):
        if proposal["value"] not in self.categories:
            wanted = f"one of {', '.join(self.categories)}"
            raise TraitError(f"expected a category, {wanted}, got {in_short(proposal['value'])}")
        return proposal["value"]

    def _hear(self, widget, content, buffers):
        """The browser asks what the learner's own functions make of a drawing, and of one kept beside it."""
        if content.get("kind") != "make":
            return
        plans = [plan | {"on": on} for plan, on in zip(self.plans, content["on"], strict=True)]
        images = [read_floats(pixels, shape) for pixels, shape in zip(buffers[1:], content["shapes"], strict=True)]
        self.send(*answer(build_layers(plans, bytes(buffers[0])), self._own, images, content["serial"]))

    @property
    def image(self):
        """What is on the pad: a copy (rows, columns), or (3, rows, columns), float64. Assign another to show it."""
        return read_floats(self.pixels, self.shape)

    @image.setter
    def image(self, image):
        image = as_image_or_colours(image, self._paper)
        as_network([layer for layer in build_layers(self.plans, self.numbers) if layer], image.shape)
        with self.hold_sync():
            self.shape = list(image.shape)
            self.pixels = write_floats(image)
            self.presets = preset_pictures(*image.shape[-2:])

    @property
    def network(self):
        """A fresh copy of the network on the screen: edited by hand, without what is switched off."""
        return Network([layer for layer in build_layers(self.plans, self.numbers) if layer], self._paper)

    @property
    def stages(self):
        """The image and what every layer makes of it: arrays (maps, rows, columns) or lists (values,)."""
        layers = build_layers(self.plans, self.numbers)
        made, _ = run_own(layers, self._own, self.image) if self._own else ({}, "")
        return run_layers(layers, self.image, made)

    @property
    def votes(self):
        """The votes (categories,) for what is on the pad."""
        return self.stages[-1]

    @property
    def answer(self):
        """The category with the most votes; a tie goes to the first. raises: ValueError where nothing votes"""
        return elect(self.votes, self.categories)

    def __repr__(self):
        layers = sum(plan["on"] for plan in self.plans)
        return f"GlassNetwork({_told_size(self.shape)} image, {layers} layer{'s' * (layers != 1)})"

    def _repr_mimebundle_(self, **kwargs):
        from xo.widgets.glass.still import draw_png

        rows = self._rows()
        text = "\n\n".join([repr(self), *map(write_image, as_maps(self.image)), *describe(rows, self.categories)])
        return with_still(super()._repr_mimebundle_(**kwargs), text, draw_png(rows, self.categories))

    def _rows(self):
        """What stands on the screen, network by network: what every layer makes, and its titles."""
        rows = [(self.stages, write_titles(self.plans))]
        if self.against_plans:
            others = build_layers(self.against_plans, self.against_numbers)
            rows.append((run_layers(others, self.image), write_titles(self.against_plans)))
        return rows


class Pad(GlassNetwork):
    """Only the drawing pad. image: what stands on it first (rows, columns)"""

    def __init__(self, image=X):
        super().__init__([], image)
        self.title = "Drawing pad"

    def __repr__(self):
        return f"Pad({_told_size(self.shape)} image)"


def _told_size(shape):
    return f"{shape[-2]} by {shape[-1]}" + (" colour" if len(shape) == 3 else "")


def _as_category(category, names):
    if not isinstance(category, str) or category not in names:
        raise ValueError(f"expected a category, one of {', '.join(names)}, got {in_short(category)}")
    return category


def _as_names(names, votes):
    """Names of the categories as texts. votes: the shape of what the network ends with"""
    names = [str(name) for name in as_kind(names, list | tuple, "names as a list of texts")]
    if len(votes) != 1:
        raise ValueError(
            f"expected votes, for the names, got a network that ends with maps {votes}: Flatten lists them"
        )
    if votes != (len(names),) or len({*names}) < len(names):
        raise ValueError(f"expected a name of its own for each vote of the network, got {len(names)} for {votes}")
    return names


def _as_error(error):
    """The name of a function of xo.errors, as the browser knows it."""
    if not callable(error) or error not in ERRORS.values():
        raise ValueError(f"expected softmax_error or essay_error of xo.errors, got {in_short(error)}")
    return error.__name__
