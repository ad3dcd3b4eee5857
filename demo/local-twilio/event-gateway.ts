/** One post of the SDK to Twilio's event gateway. */
export interface GatewayPost {
  readonly path: string;
  readonly body: unknown;
}

const keptPosts = 2000;

/** Takes what the SDK tells Twilio Insights, and keeps it for tests to read. */
export class EventGateway {
  readonly #posts: GatewayPost[] = [];

  get posts(): readonly GatewayPost[] {
    return this.#posts;
  }

  receive(path: string, body: string): void {
    this.#posts.push(Object.freeze({ path, body: JSON.parse(body) as unknown }));
    if (this.#posts.length > keptPosts) this.#posts.shift();
  }
}
