/** Directories that hold what others wrote, and what is fetched or built again. */
const DIRECTORIES: ReadonlyMap<string, string> = new Map([
  ['node_modules', 'dependencies'],
  ['bower_components', 'dependencies'],
  ['site-packages', 'dependencies'],
  ['.terraform', 'dependencies'],
  ['__pycache__', 'compiled'],
])

/** What an ending says about a file: that no text is in it. A text format must not stand here, whatever is usual in it. */
const ENDINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pictures: 'png jpg jpeg gif bmp ico icns webp avif heic tif tiff psd',
    'sound and film': 'mp3 mp4 m4a m4v wav ogg flac aac webm mov avi mkv',
    fonts: 'woff woff2 ttf otf eot',
    archives: 'zip gz tgz bz2 tbz xz txz zst 7z rar tar jar war ear aar apk ipa whl nupkg gem crate deb rpm dmg iso br lz4',
    compiled: 'exe dll so dylib a o obj lib pyc pyo class wasm node pdb dex',
    documents: 'pdf doc docx xls xlsx ppt pptx odt ods odp epub',
    data: 'parquet avro orc npy npz h5 hdf5 onnx safetensors tflite feather arrow sqlite sqlite3',
  }).flatMap(([reason, endings]) => endings.split(' ').map(ending => [ending, reason] as const)),
)

/** By their ending, and Yarn's own bundles, which it keeps in the repository. */
const MINIFIED = /\.(?:min\.(?:js|mjs|cjs|css)|(?:js|mjs|cjs|css|ts)\.map)$|^(?:yarn-\d[\w.-]*|plugin-[a-z-]+)\.cjs$/

/** Why a directory is not entered; undefined if it is. */
export function directoryPolicy(name: string): string | undefined {
  return DIRECTORIES.get(name)
}

/** Archives that can be looked into, and documents that are some. */
const READABLE = new Set('zip jar war ear aar apk ipa whl nupkg docx xlsx pptx odt ods odp epub gz tgz tar crate gem'.split(' '))

/** Whether a file may be an archive that can be looked into. */
export function isArchive(name: string): boolean {
  return READABLE.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
}

/** Why a file is left out by its name; undefined if it is read. `archives`: whether those are looked into. */
export function filePolicy(name: string, archives: boolean): string | undefined {
  const dot = name.lastIndexOf('.')
  if (dot < 0 || (archives && isArchive(name))) return undefined
  return ENDINGS.get(name.slice(dot + 1).toLowerCase()) ?? (MINIFIED.test(name) ? 'minified' : undefined)
}
