// The functions and classes that are too long to read at once: what a class holds, what a function does, in lines.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [packages, functionLines, classLines, ...files] = process.argv.slice(2),
  ts = createRequire(packages)("typescript");

for (const file of files) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true),
    lineOf = (position) => source.getLineAndCharacterOfPosition(position).line,
    linesOf = (parts) => (parts.length ? lineOf(parts.at(-1).getEnd()) - lineOf(parts[0].getStart(source)) + 1 : 0);
  const look = (node) => {
    const [parts, most] = ts.isClassLike(node)
      ? [node.members, classLines]
      : [node.body?.statements ?? [], functionLines];
    if ((ts.isClassLike(node) || ts.isFunctionLike(node)) && linesOf(parts) > most)
      console.log(`${file}: ${(node.name ?? node.parent.name)?.getText() ?? "a function"}, ${linesOf(parts)} lines`);
    ts.forEachChild(node, look);
  };
  look(source);
}
