// What was before and after: undo and redo, for a drawing alone or for a drawing and its networks.

const MOST_STEPS = 200;
const ONE_STEP_MS = 1000;

/**
 * States are replaced as a whole, never changed in place. A stroke is one step, however many changes it is made of.
 * @template State
 */
export class History {
  /** @param {State} state @param {(one: State, other: State) => boolean} same whether going from one to the other is no
   * step */
  constructor(state, same) {
    this.state = state;
    this.same = same;
    /** @type {State[]} */
    this.past = [];
    /** @type {State[]} */
    this.future = [];
    /** The state before the stroke that goes on. @type {State | null} */
    this.stroke = null;
    this.adoptedAt = -Infinity;
  }

  get canUndo() {
    return this.past.length > 0;
  }

  get canRedo() {
    return this.future.length > 0;
  }

  /** Outside of a stroke, a change is one step. @param {State} state */
  change(state) {
    if (!this.stroke) this.remember(this.state, state);
    this.state = state;
  }

  /** All changes until `end` are one step. */
  begin() {
    this.stroke ??= this.state;
  }

  end() {
    if (this.stroke) this.remember(this.stroke, this.state);
    this.stroke = null;
  }

  /**
   * The state was changed elsewhere. What comes in quick succession, as a stroke in another window does, is one step.
   * @param {State} state @returns {boolean} whether that is news; during a stroke nothing is
   */
  adopt(state) {
    if (this.stroke || this.same(state, this.state)) return false;
    const now = performance.now();
    if (now - this.adoptedAt > ONE_STEP_MS) this.remember(this.state, state);
    this.adoptedAt = now;
    this.state = state;
    return true;
  }

  /** A stroke that goes on is what is taken back. @returns {boolean} whether there was a step to take back */
  undo() {
    this.end();
    return this.step(this.past, this.future);
  }

  /** @returns {boolean} whether there was a step to take again */
  redo() {
    this.end();
    return this.step(this.future, this.past);
  }

  /** @param {State[]} from @param {State[]} to */
  step(from, to) {
    const state = from.pop();
    if (state === undefined) return false;
    to.push(this.state);
    this.state = state;
    this.adoptedAt = -Infinity;
    return true;
  }

  /** @param {State} before @param {State} after */
  remember(before, after) {
    if (this.same(before, after)) return;
    this.past = [...this.past.slice(1 - MOST_STEPS), before];
    this.future = [];
    this.adoptedAt = -Infinity;
  }
}
