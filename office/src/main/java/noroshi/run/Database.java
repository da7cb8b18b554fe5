package noroshi.run;

/** Where the office finds its database, with the login that owns it. */
record Database(String url, String user, String password) {

    /** Never the password: this ends up in logs. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
