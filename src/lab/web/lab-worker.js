'use strict';
// The engine, which TeaVM has compiled, behind messages: {id, name, values} is answered by {id, answer}, which is JSON text.
// The first message brings the engine itself, compressed, as base64. The page puts the runtime of TeaVM in front of this script.
let engine;

async function load(base64) {
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  const wasm = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
  return (await TeaVM.wasmGC.load(await wasm.arrayBuffer())).exports;
}

onmessage = async ({ data }) => {
  if (data.wasm !== undefined) {
    engine = load(data.wasm);
    return;
  }
  let answer;
  try {
    answer = (await engine)[data.name](...data.values);
  } catch (failure) {
    answer = JSON.stringify({ error: 'The engine has failed: ' + failure });
  }
  postMessage({ id: data.id, answer });
};
