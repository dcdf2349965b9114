"""How files of older versions become files of the present one."""
