// Loaded before a program: says on standard error whatever would leave the machine, and refuses it.
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

const refuse = (what) => {
  process.stderr.write(`NETWORK ${what}\n`);
  throw new Error(`no network: ${what}`);
};
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = args.flat();
  const isPipe = typeof first === 'string' || (first && typeof first.path === 'string');
  return isPipe ? connect.apply(this, args) : refuse(`connect ${JSON.stringify(first)}`);
};
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = (host) => refuse(`dns ${host}`);
  dns.promises[name] = (host) => refuse(`dns ${host}`);
}
dgram.createSocket = () => refuse('datagram');
globalThis.fetch = (address) => refuse(`fetch ${String(address)}`);
globalThis.WebSocket = class {
  constructor(address) {
    refuse(`socket ${String(address)}`);
  }
};
