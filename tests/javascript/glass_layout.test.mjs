// A network on a page's first screen: whatever is said to stand on it, does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut } from "../../xo/widgets/glass/picture/layout.js";
import { readLayers, runLayers, unfold } from "../../xo/widgets/shared/engine.js";

globalThis.window = globalThis;
globalThis.innerHeight = 844;

const PLANS = [
  { kind: "Convolution", arrays: { features: [6, 1, 5, 5], biases: [6] }, settings: { padding: 1 } },
  { kind: "ReLU" },
  { kind: "Pooling", settings: { window: 2, stride: 2 } },
  { kind: "Pooling", settings: { window: 2, stride: 2 } },
  { kind: "Voting", arrays: { weights: [2, 24], biases: [2] } },
].map(({ arrays = {}, settings = {}, ...plan }) => ({ ...plan, arrays: Object.entries(arrays), settings, on: true }));
const image = { maps: 1, rows: 9, columns: 9, list: false, values: new Float64Array(81) },
  layers = unfold(readLayers(PLANS, new Float64Array(6 * 25 + 6 + 48 + 2))),
  pass = { stages: runLayers(image, layers), layers, image: true };

/** @param {number} width @param {{height: number, tools: number, below: number}} options the heights around */
function lay(width, { height, ...around }) {
  const layout = layOut([pass], width, { scale: 1, height, measure: () => around });
  return { ...layout, lowest: Math.max(...layout.grids.map(({ y, rows, high }) => y + rows * high)) };
}

test("what stands beside the pad takes no room from the maps that a first screen has for them", () => {
  let beside = 0;
  for (const width of [390, 480, 560, 590, 680])
    for (const height of [560, 700, 844])
      for (const below of [0, 44, 200]) {
        const { whole, lowest, ...layout } = lay(width, { height, tools: 90, below }),
          where = `${width} × ${height}, ${below} below`;
        if (!whole) continue;
        assert.ok(lowest <= height, `${where}: maps down to ${lowest}`);
        if (below && !layout.below.x) continue; // under all of it, to be scrolled to
        assert.ok(layout.height <= height, `${where}: ${layout.height} high`);
        beside += below > 0;
      }
  assert.ok(beside > 4, "often it stands beside the pad");
  assert.ok(lay(560, { height: 700, tools: 90, below: 200 }).whole);
  assert.ok(lay(390, { height: 560, tools: 90, below: 0 }).whole);
});

test("what stands around is as high as its own width makes it, and ends where the picture does", () => {
  for (const width of [390, 580, 772, 900])
    for (const height of [0, 600, 1000])
      for (const area of [0, 90000]) {
        let asked = {};
        const measure = (widths) => {
          asked = widths;
          return { tools: 20000 / widths.tools, below: area / widths.below };
        };
        const { tools, below } = layOut([pass], width, { scale: 1, height, measure }),
          where = `${width} × ${height}, ${area} below`;
        assert.deepEqual([asked.tools, asked.below], [tools.width, below.width], where);
        assert.ok(Math.max(tools.x + tools.width, below.x + below.width) <= width, where);
      }
});
