/**
 * Guides as published, and what is left of them once some replies are known.
 *
 * @typedef {{question: string, options: {id: string, next: string}[], least: number, most: number,
 *   kind: string}} QuestionNode
 * @typedef {{answer: string, advice: string[], because: string[]}} LeafNode
 * @typedef {{start: string, nodes: Object<string, QuestionNode | LeafNode>}} Graph
 */

/** @param {QuestionNode | LeafNode} node */
export const isLeaf = (node) => "answer" in node;

const optionOf = (node, id) => node.options.find((option) => option.id === id);

/**
 * The guide with known replies filled in: each node of a known question gives way to its chosen
 * child, then nodes whose children have become equal on (answer, advice) are passed over. A reply
 * that a node does not offer is ignored there.
 * @template {Graph} G
 * @param {G} guide
 * @param {Object<string, string>} replies question → option
 * @returns {G}
 */
export function restrict(guide, replies) {
  const made = new Map();
  const nodes = {};
  const shapes = new Map();
  const shaped = new Map();

  // Equal for nodes from which the same replies lead to the same answer and advice. Each node is
  // looked at once, or a guide could be made that takes for ever.
  const shape = (at) => {
    if (!shaped.has(at)) {
      const { question, options, answer, advice } = nodes[at];
      const key = JSON.stringify(options ? [question, options.map(({ id, next }) => [id, shape(next)])] : [answer, advice]);
      shapes.set(key, shapes.get(key) || at);
      shaped.set(at, shapes.get(key));
    }
    return shaped.get(at);
  };

  const left = (at) => {
    const node = guide.nodes[at];
    if (isLeaf(node)) {
      nodes[at] = node;
      return at;
    }
    const known = node.question in replies && optionOf(node, replies[node.question]);
    if (known) {
      return visit(known.next);
    }
    const options = node.options.map((option) => ({ ...option, next: visit(option.next) }));
    const [first, ...others] = options.map(({ next }) => next);
    if (others.every((other) => other === first || shape(other) === shape(first))) {
      return first;
    }
    nodes[at] = {
      ...node,
      options,
      least: 1 + Math.min(...options.map(({ next }) => nodes[next].least || 0)),
      most: 1 + Math.max(...options.map(({ next }) => nodes[next].most || 0)),
    };
    return at;
  };

  const visit = (at) => {
    if (!made.has(at)) {
      made.set(at, left(at));
    }
    return made.get(at);
  };

  const start = visit(guide.start);
  return { ...guide, start, nodes: Object.fromEntries(reached(nodes, start).map((at) => [at, nodes[at]])) };
}

/**
 * The ids of all nodes that can be reached.
 * @param {Graph["nodes"]} nodes @param {string} start
 * @returns {string[]}
 */
export function reached(nodes, start) {
  const seen = new Set([start]);
  for (const at of seen) {
    if (!isLeaf(nodes[at])) {
      nodes[at].options.forEach(({ next }) => seen.add(next));
    }
  }
  return [...seen];
}

/**
 * The questions that a walk with these replies comes through, and the node where it ends: a leaf,
 * or a question without a reply that it offers.
 * @param {Graph} guide @param {Object<string, string>} replies
 * @returns {{asked: string[], at: string}}
 */
export function walk(guide, replies) {
  const asked = [];
  let at = guide.start;
  for (;;) {
    const node = guide.nodes[at];
    const option = isLeaf(node) ? null : optionOf(node, replies[node.question]);
    if (!option) {
      return { asked, at };
    }
    asked.push(node.question);
    at = option.next;
  }
}
