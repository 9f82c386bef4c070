export type ObjectiveView = { id: string, area: string, title: string, horizon: string | null, progress: number | null };
