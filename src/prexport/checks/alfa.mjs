// Siteimprove's Alfa on pages: a JSON line in, a JSON line out. `alfa.py` starts it with the folder of the npm
// packages; a page comes as what Alfa's own code in the browser has read from it.

import { createInterface } from "node:readline";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const load = (name) => import(pathToFileURL(join(process.argv[2], `alfa-${name}/dist/index.js`)));
const [{ Audit, Outcome }, rules, { Criterion }, { Page }] = await Promise.all(
  ["act", "rules", "wcag", "web"].map(load),
);

for await (const line of createInterface({ input: process.stdin })) {
  const page = Page.from(JSON.parse(line)).getUnsafe();
  const outcomes = [...(await Audit.of(page, rules.default).evaluate())];
  const passed = outcomes.filter(Outcome.isPassed).length;
  const found = outcomes.filter(Outcome.isFailed).map(described);
  process.stdout.write(`${JSON.stringify({ passed, found })}\n`);
}

function described({ rule, target, expectations }) {
  const results = [...expectations].map(([, result]) => result);
  return {
    rule: rule.uri.split("/").at(-1),
    criteria: [...rule.requirements].filter((each) => each instanceof Criterion).map((each) => each.chapter),
    messages: results.filter((result) => result.isErr()).map((result) => result.getErr().message),
    where: String(target),
  };
}
