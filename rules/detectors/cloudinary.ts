import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'cloudinary-url',
    name: 'Cloudinary URL with its secret',
    shape: 'cloudinary://{digits:15}:{base64url:27}@{[a-z0-9_-]:3-32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://cloudinary.com/documentation',
    revoke: "Delete the API key in the console's settings.",
  },
  {
    id: 'cloudinary-api-secret',
    name: 'Cloudinary API secret',
    shape: '{base64url:27-32}',
    role: 'secret',
    severity: 'error',
    near: ['cloudinary'],
    docs: 'https://cloudinary.com/documentation',
    revoke: "Delete the API key in the console's settings.",
  },
  {
    id: 'cloudinary-api-key',
    name: 'Cloudinary API key',
    shape: '{digits:15}',
    role: 'identifier',
    severity: 'information',
    near: ['cloudinary'],
    pair: 'cloudinary-api-secret',
    docs: 'https://cloudinary.com/documentation',
    revoke: "Delete the API key in the console's settings.",
  },
] satisfies Detector[]
