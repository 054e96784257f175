import { add, type Decimal, decimal, multiply, subtract } from '../../observations/decimal.ts';

/** A fraction, so that a division is compared and not rounded. */
export type Fraction = { over: Decimal; under: Decimal };

/** What a numbered column says that it is made of; undefined when a number is missing or nothing is divided by 0. */
export type Formula = {
  refs: readonly string[];
  divides: boolean;
  value(of: ReadonlyMap<string, Decimal>): Fraction | undefined;
};

type Node = (of: ReadonlyMap<string, Decimal>) => Fraction | undefined;

const one = decimal('1');
/** Longer ones stand in no heading. */
const longest = 80;

/**
 * Reads the formula of a numbered column: `5+6`, `(5)/(6)`, `(5):(6)×100%`, `1-2`. A number that labels a column means
 * its figure, another one itself.
 * @returns undefined when the text is no such formula
 */
export function readFormula(text: string, labels: ReadonlySet<string>): Formula | undefined {
  if (text.length > longest) return undefined;
  const tokens = text.match(/\d+(?:[.,]\d+)?|[A-Za-z]|[-+()/%]|\S/g) ?? [];
  const refs = new Set<string>();
  let divides = false;
  let at = 0;
  const take = () => tokens[at++];

  const factor = (): Node | undefined => {
    const token = take();
    if (token === undefined) return undefined;
    if (token === '(' || token === '[') {
      const inner = sum();
      return inner && /[)\]]/.test(take() ?? '') ? inner : undefined;
    }
    if (labels.has(token)) {
      refs.add(token);
      return (of) => withUnder(of.get(token));
    }
    if (!/^\d/.test(token)) return undefined;
    const literal = decimal(token.replace(',', '.'));
    return () => withUnder(literal);
  };
  const product = (): Node | undefined => {
    let left = factor();
    while (left && /^[*×xX/:÷%]$/.test(tokens[at] ?? '')) {
      const operator = take() as string;
      // "× 100%" is a hundred.
      if (operator === '%') continue;
      const [a, b] = [left, factor()];
      if (!b) return undefined;
      if (/[/:÷]/.test(operator)) divides = true;
      left = /[/:÷]/.test(operator) ? quotientOf(a, b) : productOf(a, b);
    }
    return left;
  };
  const sum = (): Node | undefined => {
    let left = product();
    while (left && /^[-+−–]$/.test(tokens[at] ?? '')) {
      const isSum = take() === '+';
      const [a, b] = [left, product()];
      left = b && sumOf(a, b, isSum);
    }
    return left;
  };

  const value = sum();
  if (!value || at < tokens.length || refs.size === 0) return undefined;
  return { refs: [...refs], divides, value };
}

function withUnder(over: Decimal | undefined): Fraction | undefined {
  return over && { over, under: one };
}

function productOf(a: Node, b: Node): Node {
  return (of) => {
    const [x, y] = [a(of), b(of)];
    return x && y && { over: multiply(x.over, y.over), under: multiply(x.under, y.under) };
  };
}

function quotientOf(a: Node, b: Node): Node {
  return (of) => {
    const [x, y] = [a(of), b(of)];
    if (!x || !y || y.over.units === 0n) return undefined;
    return { over: multiply(x.over, y.under), under: multiply(x.under, y.over) };
  };
}

function sumOf(a: Node, b: Node, isSum: boolean): Node {
  return (of) => {
    const [x, y] = [a(of), b(of)];
    if (!x || !y) return undefined;
    const [left, right] = [multiply(x.over, y.under), multiply(y.over, x.under)];
    return { over: isSum ? add(left, right) : subtract(left, right), under: multiply(x.under, y.under) };
  };
}
