// Pooling as others have it: windows of any shape, an edge around the maps, windows that do not fit left out.
import { AveragePooling } from "./average_pooling.js";
import { Pooling } from "./pooling.js";

const WINDOW = { rows: 2, columns: 2, down: 2, across: 2, top: 0, left: 0, bottom: 0, right: 0, ceil: 0 };

/** @type {import("./kinds.js").Kind} */
export const MaxPool = { ...Pooling, module: "your_network.pools", defaults: WINDOW, size: windowsOn };

/** @type {import("./kinds.js").Kind} */
export const AveragePool = {
  ...AveragePooling,
  module: "your_network.pools",
  defaults: { ...WINDOW, edge: 0 },
  size: windowsOn,
};

/** @param {import("./kinds.js").Layer} layer @param {import("../stage.js").Size} from
 * @returns {import("../stage.js").Size | string} */
function windowsOn({ settings }, from) {
  if (from.list) return "pooling expects maps, not a list";
  const { top, left, bottom, right } = settings,
    rows = fitting(from.rows, settings.rows, settings.down, top, bottom, settings.ceil),
    columns = fitting(from.columns, settings.columns, settings.across, left, right, settings.ceil);
  if (rows < 1 || columns < 1) return "the windows are larger than the maps";
  return { maps: from.maps, rows, columns, list: false };
}

/** How many windows fit along a side; a last one that hangs over counts where `ceil` says so, as long as it begins
 * before the end of the map. @param {number} length @param {number} window @param {number} stride
 * @param {number} before @param {number} after @param {number} ceil */
function fitting(length, window, stride, before, after, ceil) {
  const spare = length + before + after - window;
  if (!ceil) return Math.floor(spare / stride) + 1;
  return Math.min(Math.ceil(spare / stride) + 1, Math.ceil((length + before) / stride));
}
