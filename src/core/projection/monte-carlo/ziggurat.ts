/** Layers of the ziggurat; a layer is chosen by the low byte of a word. */
const LAYERS = 256;
/** Where the tail begins, and the area of each layer, for 256 layers under exp(−x²/2) (Marsaglia and Tsang 2000). */
export const TAIL = 3.6541528853610088;
const AREA = 0.004928673233974655;

/** Half of the 2⁵³ places that a draw can take within the width of a layer. */
const PLACES = 2 ** 52;

/** Half the width of each layer, widest first: the base with its tail, then `TAIL` down to 0. */
const EDGES = layerEdges();

/** Width of one place in each layer. */
export const PLACE_WIDTHS = EDGES.map((edge) => edge / PLACES);

/** Within this distance of 0 a draw of the layer lies under the curve for sure. */
export const SURE_EDGES = EDGES.map((_, layer) => EDGES[layer + 1] ?? 0);

/** Height of the curve at the layer's outer edge, from where the layer rises to the height of the next. */
export const HEIGHTS = EDGES.map((edge, layer) => (layer === 0 ? 0 : height(edge)));

/** Half widths x₀ > x₁ > … > x₂₅₆ = 0, so that each layer has the same area. */
function layerEdges(): Float64Array {
  const edges = new Float64Array(LAYERS + 1);
  edges[0] = AREA / height(TAIL);
  edges[1] = TAIL;
  for (let layer = 2; layer < LAYERS; layer += 1) {
    const outer = edges[layer - 1] ?? 0;
    edges[layer] = Math.sqrt(-2 * Math.log(AREA / outer + height(outer)));
  }
  return edges;
}

/** The bell curve without its constant factor. */
function height(x: number): number {
  return Math.exp((-x * x) / 2);
}
