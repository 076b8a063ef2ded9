"""Tables, migrations, repositories, encryption. The only room that speaks SQL."""
