// What the role of whoever works here may write, as the door tells it. Before it has, nothing is offered.
class Rights {
  private kinds = $state.raw<readonly string[]>([]);

  /** The door has told. */
  take = (kinds: readonly string[]): void => {
    this.kinds = kinds;
  };

  /** Rows of this kind may be made and changed. */
  may = (kind: string): boolean => this.kinds.includes(kind);
}

export const rights = new Rights();
