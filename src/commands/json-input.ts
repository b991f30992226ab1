import { findNodeAtLocation, getLocation, type Node, parseTree, type ParseError, printParseErrorCode, visit } from 'jsonc-parser';
import { pointerStep } from '../domain/json-shape.js';
import { type CommandInput, failInput, lineAt } from './command-io.js';

/** A JSON file as a value, with the line on which any part of it stands. */
export interface JsonInput {
  readonly value: unknown;
  /** The line, from 1, of what a JSON pointer names, or of the nearest thing around it. */
  lineOf(pointer: string): number;
}

/** Reads strict JSON. A syntax error or a member given twice is bad input, named with its line and place. */
export function readJson({ file, text }: CommandInput): JsonInput {
  const plain = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const errors: ParseError[] = [];
  const tree = treeOf(file, plain, errors);
  const value = parseStrictly(file, plain, errors);
  if (tree === undefined) return failInput(file, 1, '/', 'holds no JSON');
  refuseTwins(file, plain, tree, '');
  return { value, lineOf: (pointer) => lineAt(plain, nearestNode(tree, pointer).offset) };
}

/** Opening brackets deeper than any packet; the tree is read by recursion and must not exhaust the stack. */
const MAXIMUM_DEPTH = 500;

function treeOf(file: string, text: string, errors: ParseError[]): Node | undefined {
  let depth = 0;
  const deeper = (offset: number): void => {
    depth += 1;
    if (depth > MAXIMUM_DEPTH) failInput(file, lineAt(text, offset), '/', `is nested deeper than ${MAXIMUM_DEPTH}`);
  };
  const shallower = (): void => void (depth -= 1);
  const strict = { disallowComments: true, allowTrailingComma: false };
  visit(text, { onObjectBegin: deeper, onArrayBegin: deeper, onObjectEnd: shallower, onArrayEnd: shallower }, strict);
  return parseTree(text, errors, strict);
}

function parseStrictly(file: string, text: string, errors: readonly ParseError[]): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [first] = errors;
    const reason = first === undefined ? messageOf(error) : describe(printParseErrorCode(first.error));
    const offset = first?.offset ?? text.length;
    return failInput(file, lineAt(text, offset), pointerTo(getLocation(text, offset).path), `is not JSON: ${reason}`);
  }
}

function pointerTo(path: readonly (string | number)[]): string {
  return path.map((step) => `/${pointerStep(String(step))}`).join('') || '/';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'cannot be read';
}

/** `PropertyNameExpected` reads as `property name expected`. */
function describe(code: string): string {
  return code.replace(/[A-Z]/g, (letter, at: number) => `${at === 0 ? '' : ' '}${letter.toLowerCase()}`);
}

/** Of two members with one name a parser silently keeps one; which weight was meant is not for it to say. */
function refuseTwins(file: string, text: string, node: Node, pointer: string): void {
  if (node.type === 'array') {
    node.children?.forEach((child, at) => refuseTwins(file, text, child, `${pointer}/${at}`));
    return;
  }
  const seen = new Set<string>();
  for (const property of node.type === 'object' ? (node.children ?? []) : []) {
    const [key, value] = property.children ?? [];
    const name = String(key?.value);
    const at = `${pointer}/${pointerStep(name)}`;
    if (seen.has(name)) failInput(file, lineAt(text, property.offset), at, 'is given twice');
    seen.add(name);
    if (value !== undefined) refuseTwins(file, text, value, at);
  }
}

function nearestNode(tree: Node, pointer: string): Node {
  const steps = pointer.split('/').slice(1);
  let node = tree;
  for (const step of steps) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = findNodeAtLocation(node, [node.type === 'array' ? Number(name) : name]);
    if (next === undefined) break;
    node = next;
  }
  return node;
}
