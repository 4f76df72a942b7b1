import sharp from 'sharp'

// libvips keeps up to 50 MB of what it has computed for the next call with the same picture. No picture is decoded twice in the same way here.
sharp.cache(false)
