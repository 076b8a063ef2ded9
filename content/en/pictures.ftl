# Under a picture.
button-dark = Dark
button-light = Light
