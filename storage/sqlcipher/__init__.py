"""The door to SQLCipher: connections, the tables, and what its errors mean."""
