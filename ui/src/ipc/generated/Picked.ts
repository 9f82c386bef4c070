export type Picked = { token: string; name: string };
