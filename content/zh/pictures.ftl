# Under a picture.
button-dark = 深色
button-light = 浅色
