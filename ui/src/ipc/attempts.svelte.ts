// Things done one after the other where what fails is told beside them: whether one is under way, and why the last failed.
import { failed, type Failure } from './call';

export class Attempts {
  working = $state(false);
  failure = $state.raw<Failure | null>(null);

  /** Does it; what fails is kept to be told, what is done takes that away. Whether it was done. */
  trying = async (work: () => Promise<unknown>): Promise<boolean> => {
    this.working = true;
    try {
      await work();
      this.failure = null;
      return true;
    } catch (reason) {
      this.failure = failed(reason);
      return false;
    } finally {
      this.working = false;
    }
  };
}
