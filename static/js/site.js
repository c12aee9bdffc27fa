// The design system's components come to life when asked to.
DKFDS.init();
