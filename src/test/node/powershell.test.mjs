// The scripts that run on devices are PowerShell by its grammar. Nothing is run: PowerShell is not needed.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folders = {
  'src/main/resources/device': 10,
  'src/test/resources/device/scripts': 10,
  'src/main/resources/environment': 1,
  'src/test/resources/environment': 1,
};
const whole = ['src/test/resources/device/scripts', 'src/test/resources/environment'];

await Parser.init();
const grammar = createRequire(import.meta.url).resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

function parse(text) {
  return parser.parse(text.replace(/^\uFEFF/, '')).rootNode;
}

function scripts(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter(name => name.endsWith('.ps1'))
    .map(name => join(root, folder, name));
}

/** Where the parser found something else than it expected. */
function errors(node) {
  if (!node.hasError) {
    return [];
  }
  const here = node.isError || node.isMissing
    ? [`line ${node.startPosition.row + 1}: ${node.isMissing ? 'missing ' + node.type : node.text.slice(0, 80)}`]
    : [];
  return here.concat(...node.children.map(errors));
}

test('what is wrong is found', () => {
  for (const wrong of ['if ($x { exit 0 }', "$a = 'b", 'foreach ($x in $y) { exit 1', '$x = @(1, 2']) {
    assert.notDeepEqual(errors(parse(wrong)), [], wrong);
  }
});

for (const [folder, least] of Object.entries(folders)) {
  test(`${folder} has scripts, all of them PowerShell`, () => {
    const files = scripts(folder);
    assert.ok(files.length >= least);
    for (const file of files) {
      assert.deepEqual(errors(parse(readFileSync(file, 'utf8'))), [], relative(root, file));
    }
  });
}

/** The texts of the nodes of a kind, in lower case, as PowerShell compares them; a splatted @variable is a $variable. */
function texts(node, kind) {
  return node.descendantsOfType(kind).map(one => one.text.toLowerCase().replace(/^@/, '$'));
}

test('every function that a script calls is its own or of PowerShell', () => {
  const ofPowerShell = new Set(['foreach-object', 'get-childitem', 'get-item', 'join-path', 'new-item', 'remove-item',
    'set-itemproperty', 'set-location', 'start-process', 'start-sleep', 'test-path', 'where-object', 'write-output',
    'connect-mggraph', 'invoke-mggraphrequest', 'convertto-json', 'out-null', 'select-object', 'set-strictmode', 'write-host',
    'write-warning']);
  for (const file of whole.flatMap(scripts)) {
    const script = parse(readFileSync(file, 'utf8'));
    const own = texts(script, 'function_name');
    const called = texts(script, 'command_name');
    assert.deepEqual(called.filter(name => !own.includes(name) && !ofPowerShell.has(name)), [], file);
  }
});

test('every variable that a script reads was set in it', () => {
  const ofPowerShell = ['$_', '$null', '$true', '$false', '$matches', '$psscriptroot', '$lastexitcode', '$global:lastexitcode',
    '$erroractionpreference', '$pscmdlet'];
  for (const file of whole.flatMap(scripts)) {
    const script = parse(readFileSync(file, 'utf8'));
    const set = new Set(ofPowerShell);
    for (const kind of ['left_assignment_expression', 'script_parameter', 'foreach_statement']) {
      script.descendantsOfType(kind).forEach(node => set.add(texts(node, 'variable')[0]));
    }
    assert.deepEqual([...new Set(texts(script, 'variable'))].filter(name => !set.has(name)), [], file);
  }
});
