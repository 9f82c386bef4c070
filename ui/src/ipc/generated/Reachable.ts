export type Reachable = { reachable: boolean; name: string | null };
