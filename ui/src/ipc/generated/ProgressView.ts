export type ProgressView = {
  step: 'header' | 'list' | 'pull' | 'merge' | 'seal' | 'push' | 'verify' | 'publish';
  done: number;
  total: number;
};
