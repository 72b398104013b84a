package launcher;

/** What went wrong and what to do, in words for the user. */
final class CannotBuild extends RuntimeException {
    CannotBuild(String message) {
        super(message);
    }
}
