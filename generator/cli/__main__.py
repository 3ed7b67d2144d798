"""`python -m generator.cli`, for machines where the console script is not on the path."""

from generator.cli.main import main

main(prog_name="helpcenter")
