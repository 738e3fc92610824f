/** The layout engine in a thread of its own: it listens to messages of `elk-api`. */
import 'elkjs/lib/elk-worker.min.js';
