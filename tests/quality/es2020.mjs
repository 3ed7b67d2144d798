/* node es2020.mjs NODE_MODULES SCRIPT…: a line for each script that is not ES2020. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [packages, ...scripts] = process.argv.slice(2);
const { parse } = createRequire(`${packages}/`)("acorn");

for (const script of scripts) {
  try {
    parse(readFileSync(script, "utf8"), { ecmaVersion: 2020, sourceType: "module" });
  } catch (error) {
    console.log(`${script}: ${error.message}`);
  }
}
