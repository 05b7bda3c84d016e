"""A convolutional neural network small enough to hold in your head: a room for each lesson.

READING_ORDER is the order in which to read the package. A module imports only what stands above it (a test holds
that), so a reader never meets a word before its idea: ground, operations in the order of the lessons, the
networks made of them, what is done with networks, pictures, widgets, predictions and checks.
"""

__version__ = "1.0.0"

# What asks for nothing but NumPy.
OPERATIONS = (
    # ground: arguments made plain, files, numbers as text and as colours
    "arguments",
    "files",
    "tables",
    "colours",
    # operations, lesson by lesson
    "letters.strokes",
    "letters.ranges",
    "letters",
    "images",  # lesson 1
    "matching",
    "breaking.changes",
    "patches",  # lesson 2
    "filtering",
    "pooling",  # lesson 3
    "relu",  # lesson 4
    "voting",  # lesson 6
    "saving",  # lesson 5
    "stacking",
    "networks.hand_made",
    "networks.random_start",
    "networks.trained",
    "networks",
    "errors",  # lesson 7
    "backprop",
    "running.processes",
    "designs",  # lesson 10
    "drawings",
    "hyperparameters",
    "beyond_images",  # lesson 11
    "next_tools",  # lesson 12
    # what no lesson uses: networks made elsewhere
    "your_network.conv",
    "your_network.pools",
    "your_network.ends",
    "your_network.assembling",
    "your_network.torch_models",
    "your_network.onnx_files",
    "your_network",
    # what is done with networks
    "breaking.readers",
    "breaking",
    "postcards",
    "photos.opening",  # lesson 14
    "photos.ruling",
    "photos.seeing",
    "photos",
    "photos.made",
    "digits",  # lesson 15
)

READING_ORDER = (
    *OPERATIONS,
    # pictures
    "plots.words",
    "plots.sheets",
    "plots",
    "plots.charts",
    "plots.cards",
    # widgets
    "widgets",
    "widgets.shared",
    "widgets.shared.bundle",
    "widgets.shared.presets",
    "widgets.shared.still",
    "widgets.shared.wire",
    "widgets.shared.examples",
    "widgets.question",
    "widgets.glass.own_functions",
    "widgets.glass.still",
    "widgets.glass.words",
    "widgets.glass",
    "widgets.lab.lineup",
    "widgets.lab.still",
    "widgets.lab",
    "widgets.trainer.start",
    "widgets.trainer.still",
    "widgets.trainer",
    "widgets.sweeper",
    # guesses before answers, and checks that name the mistake
    "predictions.spelling",
    "predictions.reading",
    "predictions.guesses",
    "predictions.storage",
    "checks.explaining",
    "checks.running",
    "checks.comparing",
    "checks.telling",
    "checks.slips",
    "checks.judging",
    "checks.exercise",
    "checks.products",
    "checks.slices",
    "checks",
    "checks.lesson01",
    "checks.lesson02",
    "checks.lesson03",
    "checks.lesson04",
    "checks.lesson05",
    "checks.lesson06",
    "checks.lesson07",
    "checks.lesson08",
    "checks.lesson09",
    "checks.lesson10",
    "checks.lesson11",
    "checks.lesson12",
    "checks.lesson14",
    "checks.lesson15",
    "checks.lesson16",
    "receipts.plans",
    "receipts.codec",
    "receipts.counting",
    "receipts",
    "predictions",
    # Jupyter's server
    "jupyter_nodelay",
    "jupyter_widget_states",
)
