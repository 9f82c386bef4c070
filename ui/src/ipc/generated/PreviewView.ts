export type PreviewView = {
  send: number;
  send_files: number;
  send_bytes: number;
  receive_files: number;
  receive_bytes: number;
  send_attachments: number;
  send_attachment_bytes: number;
  receive_attachments: number;
  receive_attachment_bytes: number;
  /** What leaves. */
  kinds: { kind: string; rows: number }[];
  generation: number | null;
  /** The folder as shown to the person. */
  central: string;
};
