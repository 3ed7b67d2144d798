/** The search: `search(index, query, {limit})` and `extend(index, query)`. Knows no page. */

export { search } from "./hits.js";
export { extend } from "./extend.js";
