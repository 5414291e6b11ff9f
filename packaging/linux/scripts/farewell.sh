# Nobody's notes are a package's to delete.
echo "Afterglow is removed. Your notes stay in your own folder: ~/.local/share/afterglow"
echo "Delete that folder yourself if you want them gone."
