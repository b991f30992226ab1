import { Gathered } from './gathered.js';

/** Answers when told to, and remembers what it was asked together. */
class Slow {
  readonly rounds: number[][] = [];
  private readonly release: ((fail?: Error) => void)[] = [];

  ask = (questions: readonly number[]): Promise<(question: number) => number> => {
    this.rounds.push([...questions]);
    return new Promise((resolve, reject) => this.release.push((fail) => (fail ? reject(fail) : resolve((question) => question * 10))));
  };

  answerNext(fail?: Error): void {
    this.release.shift()?.(fail);
  }
}

const turn = () => new Promise((done) => setImmediate(done));

describe('Gathered', () => {
  it('asks the first at once and those that come meanwhile together, each its own answer', async () => {
    const slow = new Slow();
    const gathered = new Gathered(slow.ask);
    const answers = [gathered.answer(1), gathered.answer(2), gathered.answer(3)];
    expect(slow.rounds).toEqual([[1]]);
    slow.answerNext();
    await turn();
    expect(slow.rounds).toEqual([[1], [2, 3]]);
    slow.answerNext();
    expect(await Promise.all(answers)).toEqual([10, 20, 30]);
  });

  it('never answers from a round that had begun before the question', async () => {
    const slow = new Slow();
    const gathered = new Gathered(slow.ask);
    const first = gathered.answer(1);
    const again = gathered.answer(1);
    slow.answerNext();
    expect(await first).toBe(10);
    await turn();
    expect(slow.rounds).toEqual([[1], [1]]);
    slow.answerNext();
    expect(await again).toBe(10);
  });

  it('fails those that were asked together and goes on with the next', async () => {
    const slow = new Slow();
    const gathered = new Gathered(slow.ask);
    const lost = gathered.answer(1);
    const next = gathered.answer(2);
    slow.answerNext(new Error('the connection broke'));
    await expect(lost).rejects.toThrow('the connection broke');
    await turn();
    slow.answerNext();
    expect(await next).toBe(20);
    const later = gathered.answer(3);
    slow.answerNext();
    expect(await later).toBe(30);
  });
});
