/** Small files made in the page, to try how the assistant answers a voice message or a sticker. */

const RATE = 8000;
const SECONDS = 1;
const TONE_HZ = 440;
const STICKER_SIZE = 512;

/** One second of a tone, as a WAV file. */
export function sampleVoice() {
  const samples = Int16Array.from(
    { length: RATE * SECONDS },
    (_, index) => Math.sin((2 * Math.PI * TONE_HZ * index) / RATE) * 8000,
  );
  return new File([wavHeader(samples.byteLength), samples], "voice.wav", { type: "audio/wav" });
}

function wavHeader(dataLength) {
  const header = new DataView(new ArrayBuffer(44));
  const write = (offset, text) =>
    [...text].forEach((letter, index) => header.setUint8(offset + index, letter.charCodeAt(0)));
  write(0, "RIFF");
  header.setUint32(4, 36 + dataLength, true);
  write(8, "WAVEfmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, RATE, true);
  header.setUint32(28, RATE * 2, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  write(36, "data");
  header.setUint32(40, dataLength, true);
  return header.buffer;
}

/** A thumbs-up, 512 x 512 WebP with a transparent background. */
export async function sampleSticker() {
  const canvas = document.createElement("canvas");
  canvas.width = STICKER_SIZE;
  canvas.height = STICKER_SIZE;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#2f6fc0";
  pen.beginPath();
  pen.arc(256, 256, 240, 0, 2 * Math.PI);
  pen.fill();
  pen.strokeStyle = "#ffffff";
  pen.lineWidth = 52;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.stroke(new Path2D("M150 270l76 76 140-150"));
  const picture = await new Promise((resolve) => canvas.toBlob(resolve, "image/webp"));
  return new File([picture], "sticker.webp", { type: "image/webp" });
}
